# SPDX-License-Identifier: Apache-2.0
# Sourced. A private PostgreSQL for the tests: loopback, a free port, fsync on, gone when ./dev ends or is killed.

pg_programs=/usr/lib/postgresql/15/bin

# start_postgres: exports LOTSE_TEST_POSTGRES, the URL of an ordinary role that owns the database lotse_test (a
# superuser would walk through row-level security), and LOTSE_TEST_POSTGRES_ADMIN, the superuser's.
start_postgres() {
    [[ -n ${pg_pid:-} ]] && return 0
    choose_postgres_folder
    advice="is $pg_programs there, and is there room on the disk?" \
        step postgres "Making a private PostgreSQL" make_cluster || return 1
    if ! { launch_server && make_owner; } >>"$logs/postgres.log" 2>&1; then
        say "The private PostgreSQL does not start."
        show_failure postgres "is another program in the way of its memory or ports?"
        return 1
    fi
    local password
    password=$(<"$pg_folder/password")
    export LOTSE_TEST_POSTGRES=postgres://lotse_owner:$password@127.0.0.1:$pg_port/lotse_test
    export LOTSE_TEST_POSTGRES_ADMIN=postgres://postgres:$password@127.0.0.1:$pg_port/lotse_test
}

# PostgreSQL refuses to run as root, so root lends it the account postgres, which must be able to reach the folder.
choose_postgres_folder() {
    pg_as=()
    mkdir -p build
    local left
    for left in build/pg.*; do
        if [[ -e $left ]] && ! kill -0 "${left##*.}" 2>/dev/null; then rm -rf "$left"; fi
    done
    pg_folder=$root/build/pg.$$
    if [[ $(id -u) == 0 ]]; then
        pg_as=(setpriv --reuid postgres --regid postgres --init-groups)
        "${pg_as[@]}" test -x "$root/build" 2>/dev/null || pg_folder=$(mktemp -d "${TMPDIR:-/tmp}/lotse-pg.XXXXXX")
    fi
    at_exit stop_postgres
    rm -rf "$pg_folder"
    mkdir -p "$pg_folder"
    head -c 18 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$pg_folder/password"
    if [[ $(id -u) == 0 ]]; then chown -R postgres: "$pg_folder"; fi
    chmod 700 "$pg_folder"
}

make_cluster() {
    "${pg_as[@]}" "$pg_programs/initdb" -D "$pg_folder/data" -U postgres -E UTF8 --locale=C.UTF-8 \
        --auth=scram-sha-256 --pwfile="$pg_folder/password"
}

# The server hears of the end of this shell from the kernel, even when the shell is killed with -9.
launch_server() {
    local attempt
    for attempt in 1 2 3 4 5; do
        pg_port=$((20000 + RANDOM % 12000))
        "${pg_as[@]}" setpriv --pdeathsig INT "$pg_programs/postgres" -D "$pg_folder/data" -p "$pg_port" \
            -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 </dev/null &
        pg_pid=$!
        wait_for_postgres "$pg_pid" "$pg_port" && return 0
        kill -QUIT "$pg_pid" 2>/dev/null || true
    done
    return 1
}

make_owner() {
    local password
    password=$(<"$pg_folder/password")
    PGPASSWORD=$password psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$pg_port" -U postgres <<SQL
create role lotse_owner login password '$password' nosuperuser nocreatedb nocreaterole nobypassrls;
create database lotse_test owner lotse_owner;
SQL
}

wait_for_postgres() {
    local deadline=$((SECONDS + 60))
    until "$pg_programs/pg_isready" -q -h 127.0.0.1 -p "$2"; do
        kill -0 "$1" 2>/dev/null && [[ $SECONDS -lt $deadline ]] || return 1
        read -r -t 0.1 <> <(:) || true
    done
    kill -0 "$1" 2>/dev/null
}

stop_postgres() {
    if [[ -n ${pg_pid:-} ]] && kill -INT "$pg_pid" 2>/dev/null; then wait "$pg_pid" 2>/dev/null || true; fi
    rm -rf "${pg_folder:?}"
}
