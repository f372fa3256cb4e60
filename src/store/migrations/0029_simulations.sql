-- What-if questions about people and work, and their answers.

-- state: domain/simulation.h; question, answer: JSON.
CREATE TABLE simulation (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    state SMALLINT NOT NULL,
    progress BIGINT NOT NULL,
    asked_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX simulation_waiting ON simulation (tenant_id, id) WHERE state = 0;
