CREATE TABLE ticket_words (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    words TSVECTOR NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id)
);
CREATE INDEX ticket_words_by_word ON ticket_words USING GIN (words);

-- See store/postgres/ts_words.h for why this is a function. EXECUTE: planned with the words at hand, because a common
-- word wants the newest rows walked and a rare one the index.
CREATE FUNCTION find_words(wanted tsquery, above bigint, below bigint, most bigint, wants_score bigint)
RETURNS TABLE (id bigint, score double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $find$
BEGIN
    RETURN QUERY EXECUTE
        'SELECT ticket_id, CASE WHEN $6 = 0 THEN 0::float8 ELSE '
        'ts_rank_cd(ARRAY[0.1, 0.2, 0.4, 1.0]::real[], words, $2, 1)::float8 END FROM ticket_words '
        'WHERE tenant_id = $1 AND words @@ $2 AND ticket_id > $3 AND ticket_id < $4 ORDER BY ticket_id DESC LIMIT $5'
        USING NULLIF(current_setting('app.tenant', true), '')::bigint, wanted, above, below, most, wants_score;
END
$find$;
REVOKE ALL ON FUNCTION find_words(tsquery, bigint, bigint, bigint, bigint) FROM PUBLIC;
