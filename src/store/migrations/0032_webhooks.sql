-- Steps of a chain may call programs by HTTP: where, with which secret, and what waits to be sent.

-- secret: sealed. silent_until: after a server could not be reached nothing is sent there before; failures: since it last was.
CREATE TABLE webhook (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    secret {blob} NOT NULL,
    is_enabled SMALLINT NOT NULL,
    made_at BIGINT NOT NULL,
    silent_until BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- The outbox of webhooks. event_id is what the receiver knows it by; body is what is signed. state: 0 waits, 1 delivered,
-- 2 given up, 3 let be. status: the last answer, 0 if there was none.
CREATE TABLE webhook_call (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    webhook_id BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    ticket_id BIGINT NOT NULL,
    body TEXT NOT NULL,
    state SMALLINT NOT NULL,
    tries BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    tried_at BIGINT,
    status BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhook (tenant_id, id)
);
CREATE INDEX webhook_call_waiting ON webhook_call (tenant_id, webhook_id, next_try_at, id) WHERE state = 0;
CREATE INDEX webhook_call_dead ON webhook_call (tenant_id, id) WHERE state = 2;
CREATE INDEX webhook_call_of ON webhook_call (tenant_id, webhook_id, id);
CREATE INDEX webhook_call_by_age ON webhook_call (tenant_id, made_at, id) WHERE state <> 0;
