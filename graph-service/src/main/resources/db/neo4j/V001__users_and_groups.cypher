// One node per person and per group, found by id.
CREATE CONSTRAINT user_id IF NOT EXISTS FOR (u:User) REQUIRE u.id IS UNIQUE;
CREATE CONSTRAINT group_id IF NOT EXISTS FOR (g:Group) REQUIRE g.id IS UNIQUE;

// Whom or what a late event must not bring back: a digest of the id, since after an erasure the id is nowhere to be found.
CREATE CONSTRAINT erased_digest IF NOT EXISTS FOR (e:Erased) REQUIRE e.digest IS UNIQUE;
