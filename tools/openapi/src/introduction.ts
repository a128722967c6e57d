/** What stands before the operations. The examples work against the demonstration as `npm start` makes it. */
export const introduction = `Find what is near, book a time, pay with protection, review truthfully. Everything that the site, the dashboard and the apps do, they do through this API.

## First steps

Businesses near the center of Boise that are open now:

\`\`\`sh
curl -s -G http://127.0.0.1:4000/v1/businesses \\
  -d near=43.615,-116.2023 -d openNow=true
\`\`\`

Sign in; the answer has an access token. \`npm start\` prints the addresses and the password of the demonstration:

\`\`\`sh
curl -s http://127.0.0.1:4000/v1/auth/login \\
  -H "content-type: application/json" \\
  -d '{"email": "consumer@demo.example",
       "password": "'"$DEMO_PASSWORD"'"}'
\`\`\`

The bookings of whoever is signed in:

\`\`\`sh
curl -s http://127.0.0.1:4000/v1/me/bookings \\
  -H "authorization: Bearer $ACCESS_TOKEN"
\`\`\`

## Authentication

Programs send \`Authorization: Bearer\` with the access token. It lasts some minutes; \`POST /auth/refresh\` gives the next one. Browsers use a cookie instead. Whoever booked as a guest sends the token of the manage link as \`X-Manage-Token\`. What you may not see answers 404, as if it did not exist.

## Problems

Every error is a problem document (RFC 9457, \`application/problem+json\`). Decide by its \`code\`, which stays the same; \`detail\` is for people; \`errors\` points to each field that is wrong, with a \`code\` for your own words and the values that they need, like \`min\`; there can be new codes. After 429 and 503 wait as long as \`Retry-After\` says. \`not-yet\` means that something very new is still on its way: ask again after a second.

## Repeating a request

Where \`Idempotency-Key\` is listed, make a new key for each thing that you want done once, and send the same key with every try: the first answer is given again, and nothing happens twice.

## Pages

A list that goes on has \`nextCursor\`. Send it as \`cursor\` to get the next page.

## Changing what others change too

What can be changed has a \`version\`, also as \`ETag\`. Send the version that you read as \`If-Match\`, in quotes. 412 with the code \`stale\` says that somebody was faster: read again, then change.`
