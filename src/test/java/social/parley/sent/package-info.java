/** What leaves the server, document by document, and what those who receive it demand. */
@org.jspecify.annotations.NullMarked
package social.parley.sent;
