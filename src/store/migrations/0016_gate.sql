-- The ledger of predictions, and the rights that were earned from it.

-- shown, outcome: domain/ledger.h. among: JSON list. decided_at: when a person last chose; NULL: nobody did.
CREATE TABLE prediction (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    shown SMALLINT NOT NULL,
    is_audit SMALLINT NOT NULL,
    outcome SMALLINT NOT NULL,
    made_at BIGINT NOT NULL,
    decided_at BIGINT,
    settled_at BIGINT,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    decided TEXT NOT NULL,
    model TEXT NOT NULL,
    among TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);
CREATE INDEX prediction_by_ticket ON prediction (tenant_id, ticket_id, id);
CREATE INDEX prediction_ripe ON prediction (tenant_id, decided_at, id) WHERE outcome = 0 AND decided_at IS NOT NULL;
-- Evidence and acts of one slice, newest last.
CREATE INDEX prediction_of_slice ON prediction (tenant_id, field, value, settled_at, id) WHERE settled_at IS NOT NULL;
-- What acted alone, for undoing a time span or a model.
CREATE INDEX prediction_acted ON prediction (tenant_id, field, made_at, id) WHERE shown = 2;

-- standing: JSON of gate::Standing for this model, which began at `since`.
CREATE TABLE gate_slice (
    tenant_id BIGINT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    stage SMALLINT NOT NULL,
    since BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    model TEXT NOT NULL,
    standing TEXT NOT NULL,
    PRIMARY KEY (tenant_id, field, value)
);

-- Rights given and taken, append-only. agent_id: who took it; 0: the gate itself.
CREATE TABLE gate_move (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    from_stage SMALLINT NOT NULL,
    to_stage SMALLINT NOT NULL,
    agent_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX gate_move_of_slice ON gate_move (tenant_id, field, value, id);

CREATE TABLE gate_field (
    tenant_id BIGINT NOT NULL,
    field TEXT NOT NULL,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, field)
);
