-- What-if questions about the gate, and their answers.

-- By field in the order of time, for replaying a span of days.
CREATE INDEX prediction_made ON prediction (tenant_id, field, made_at, id);

-- question_hash: SHA-256 of the question; state: domain/replay.h; question, answer: JSON.
CREATE TABLE replay (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    question_hash TEXT NOT NULL,
    state SMALLINT NOT NULL,
    progress BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX replay_of_question ON replay (tenant_id, question_hash, id);
CREATE INDEX replay_waiting ON replay (tenant_id, id) WHERE state = 0;
