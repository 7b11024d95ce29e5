// What is computed: communities, influence, runs of jobs, findings.
CREATE CONSTRAINT community_id IF NOT EXISTS FOR (c:Community) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT job_run_id IF NOT EXISTS FOR (r:JobRun) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT anomaly_key IF NOT EXISTS FOR (a:Anomaly) REQUIRE a.key IS UNIQUE;
CREATE INDEX anomaly_id IF NOT EXISTS FOR (a:Anomaly) ON (a.id);
CREATE INDEX user_influence IF NOT EXISTS FOR (u:User) ON (u.influence);

// Where the rules for anomalies begin to look.
CREATE INDEX user_created IF NOT EXISTS FOR (u:User) ON (u.createdAt);
CREATE INDEX user_peak_burst IF NOT EXISTS FOR (u:User) ON (u.peakBurst);
CREATE INDEX user_declined IF NOT EXISTS FOR (u:User) ON (u.declined);
