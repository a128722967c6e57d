-- What the cleanup looks for.
create index email_links_expiry on email_links (expires_at);
create index invitations_at on invitations (invited_at);
create index sessions_started on sessions (started_at);
