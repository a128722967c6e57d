update memberships set since = began.at
  from (select subject, min(at) as at from audit where action = 'membership.changed' group by subject) began
  where began.subject = memberships.person_id || ' ' || memberships.scope;
