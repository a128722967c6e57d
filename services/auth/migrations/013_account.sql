-- By what its person recognizes a session: "Firefox", "Windows".
alter table sessions add column browser text not null default '';
alter table sessions add column system text not null default '';

-- An address that is proven by the link and then takes the place of the old one.
alter table email_links add column new_email text;
alter table email_links drop constraint email_links_kind_check;
alter table email_links add constraint email_links_kind_check
  check (kind in ('verify-email', 'reset-password', 'change-email') and (kind = 'change-email') = (new_email is not null));
