-- The mail server that a desk hands its outgoing mail to; at most one. password: sealed.
CREATE TABLE submission (
    tenant_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    host TEXT NOT NULL,
    port BIGINT NOT NULL,
    security TEXT NOT NULL,
    user_name TEXT NOT NULL,
    password {blob} NOT NULL,
    PRIMARY KEY (tenant_id)
) {without_rowid};
