-- Chains tell before a target is missed, too; and programs, by HTTP.

-- Of a rung: the share of the target in percent, and which round of the clock by which target it is of.
ALTER TABLE timer ADD COLUMN percent SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE timer ADD COLUMN round TEXT NOT NULL DEFAULT '';

-- rung: the share that is to be told next; percent: the last one that was reached.
ALTER TABLE escalation ADD COLUMN rung SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE escalation ADD COLUMN percent SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE escalation_told ADD COLUMN percent SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE escalation_told ADD COLUMN webhook_id BIGINT NOT NULL DEFAULT 0;

-- Ended ones are removed after a time (state 3).
CREATE INDEX escalation_ended ON escalation (tenant_id, ended_at, id) WHERE state = 3;
