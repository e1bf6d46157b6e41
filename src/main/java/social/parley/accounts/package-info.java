/** People who live here: their accounts, how they sign up and log in, and the apps they let in. */
@NullMarked
package social.parley.accounts;

import org.jspecify.annotations.NullMarked;
