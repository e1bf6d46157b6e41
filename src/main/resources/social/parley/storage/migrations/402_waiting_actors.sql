-- Nobody but the staff knows of accounts that wait for a moderator's yes.
UPDATE actors SET standing = 'pending'
  WHERE standing = 'ok' AND id IN (SELECT actor_id FROM accounts WHERE NOT approved);
