-- What was promised about when: one row a ticket and thing awaited, whether a customer was told of it or not.
-- what, state, status: domain/promise.h, domain/enums.h. told_until: as it was said first, by which it is judged; until: as it
-- stands now. percent: so many of a hundred such tickets keep it. history: ends that the model had seen. fitted_at: names the
-- model. settled_at: when it was kept or missed.
CREATE TABLE promise (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    what SMALLINT NOT NULL,
    made_at BIGINT NOT NULL,
    told_until BIGINT NOT NULL,
    until BIGINT NOT NULL,
    percent SMALLINT NOT NULL,
    history BIGINT NOT NULL,
    fitted_at BIGINT NOT NULL,
    is_told SMALLINT NOT NULL,
    status SMALLINT NOT NULL,
    state SMALLINT NOT NULL,
    settled_at BIGINT,
    PRIMARY KEY (tenant_id, ticket_id, what),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
) {without_rowid};
-- The newest that came due, for what they are worth; and those that nobody has judged yet.
CREATE INDEX promise_due ON promise (tenant_id, what, told_until, ticket_id);
CREATE INDEX promise_open ON promise (tenant_id, told_until, ticket_id, what) WHERE state = 0;
