-- Who was told of a story is asked on its own page. Locks newsroom.notice while its index is made: a second for a million of them.

create index notice_edition on newsroom.notice (edition_id, at desc);
