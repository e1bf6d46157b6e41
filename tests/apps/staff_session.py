"""What moderators do, with Mastodon.py: argv is the server's address, the tokens of an administrator and of somebody else.

Prints one line a step.
"""
import sys
from datetime import datetime, timedelta, timezone

from mastodon import Mastodon, MastodonAPIError, MastodonNotFoundError


def moderate(api, person):
    me = person.me()
    post = person.status_post("Something rude")
    made = api.report(me.id, status_ids=[post.id], comment="Rude")
    report = next(one for one in api.admin_reports() if one.id == made.id)
    assert report.statuses[0].id == post.id and report.target_account.id == me.id
    assert api.admin_report_assign(report).assigned_account
    assert api.admin_report_unassign(report).assigned_account is None
    assert api.admin_report_resolve(report).action_taken
    assert not api.admin_report_reopen(report).action_taken
    api.admin_account_moderate(me, action="silence", report_id=report, text="Please calm down")
    assert api.admin_account(me).silenced and api.admin_report(report).action_taken
    assert not api.admin_account_unsilence(me).silenced
    api.admin_account_moderate(me, action="disable")
    assert not api.admin_account_enable(me).disabled
    api.admin_account_moderate(me, action="suspend")
    assert any(one.id == me.id for one in api.admin_accounts_v1(status="suspended"))
    assert any(one.id == me.id for one in api.admin_accounts_v2(origin="local", status="suspended"))
    assert not api.admin_account_unsuspend(me).suspended
    assert api.admin_accounts_v2(permissions="staff", origin="local")[0].username
    print("moderated")


def block(api):
    made = api.admin_create_domain_block("ruder.example", severity="silence", public_comment="Rude")
    assert api.admin_update_domain_block(made.id, severity="suspend", reject_reports=True).reject_reports
    assert api.admin_domain_blocks(made.id).severity == "suspend"
    api.admin_delete_domain_block(made.id)
    try:
        api.admin_domain_blocks(made.id)
        raise AssertionError("still there")
    except MastodonNotFoundError:
        print("blocked")


def count(api):
    end = datetime.now(timezone.utc)
    start = end - timedelta(days=6)
    measures = api.admin_measures(start, end, active_users=True, interactions=True, resolved_reports=True)
    assert {one.key for one in measures} == {"active_users", "interactions", "resolved_reports"}
    assert all(len(one.data) == 7 for one in measures)
    assert api.admin_dimensions(start, end, languages=True, space_usage=True, software_versions=True)
    assert len(api.admin_retention(start, end)) == 7
    api.admin_trending_tags(limit=5), api.admin_trending_statuses(), api.admin_trending_links()
    print("counted")


def main(url, staff_token, persons_token):
    api = Mastodon(access_token=staff_token, api_base_url=url)
    person = Mastodon(access_token=persons_token, api_base_url=url)
    try:
        person.admin_accounts_v2()
        raise AssertionError("not for everybody")
    except MastodonAPIError:
        pass
    moderate(api, person)
    block(api)
    count(api)


main(*sys.argv[1:])
