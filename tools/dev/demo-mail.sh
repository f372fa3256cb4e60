# SPDX-License-Identifier: Apache-2.0
# ./dev demo-mail
explain() {
    cat <<'TEXT'
./dev demo-mail [--lang en|de|pl] [--smtp HOST:PORT]

Hands one fresh message from a demo customer to a running desk, as a mail server would.
Without options: in English, to the door that ./dev run opens on this machine.
TEXT
}

main() {
    [[ -x build/release/lotse ]] || give_up "Lotse is not built yet." "Start it first: ./dev run"
    exec build/release/lotse demo mail "$@"
}
