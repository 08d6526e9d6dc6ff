-- What a request had and was not taken over: names of attributes.
alter table entry add column ignored text[];

-- A warning has a code, too, by which it is found.
alter table entry drop constraint entry_check1;
alter table entry add constraint entry_has_code
    check ((status in ('failure', 'warning')) = (error_code is not null)) not valid;
alter table entry add constraint entry_names_ignored
    check ((status = 'warning') = (ignored is not null)) not valid;
