-- Days that counted a bare 550 say nothing of an address (RFC 5321, 4.2.3).
delete from refused_addresses;
