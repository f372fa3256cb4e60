-- What waits for somebody whom the team does not have at all, as a lead was told of it once: people, a skill, a language.
CREATE TABLE staffing_gap (
    tenant_id BIGINT NOT NULL,
    queue_id BIGINT NOT NULL,
    lack SMALLINT NOT NULL,
    what TEXT NOT NULL,
    told_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, queue_id, lack, what)
) {without_rowid};
