-- Of the businesses that search engines may list, in the order in which they first were on the site. Pages of the sitemap are ranges of it.
create sequence site_numbers;
alter table businesses add column site_number bigint;
update businesses set site_number = nextval('site_numbers') where status in ('published', 'suspended', 'closed') and source is null;
-- Search engines take ten thousand at a time, and the index alone has them.
create unique index businesses_site_number on businesses (site_number) include (slug) where status = 'published' and source is null;
