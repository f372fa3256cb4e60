-- One change of many tickets. The job tells how far it is; each ticket's line moves in the transaction that changes the
-- ticket, so a job that was cut off goes on where it stopped.
CREATE TABLE bulk_job (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    agent_id BIGINT NOT NULL,
    principal TEXT NOT NULL,
    changes TEXT NOT NULL,
    total BIGINT NOT NULL,
    done BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    is_waiting SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    reverses_id BIGINT NOT NULL,
    reversed_by_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX bulk_job_waiting ON bulk_job (tenant_id, id) WHERE is_waiting = 1;

CREATE TABLE bulk_item (
    tenant_id BIGINT NOT NULL,
    job_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    state SMALLINT NOT NULL,
    event_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (tenant_id, job_id, position),
    FOREIGN KEY (tenant_id, job_id) REFERENCES bulk_job (tenant_id, id)
) {without_rowid};
