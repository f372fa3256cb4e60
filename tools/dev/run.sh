# SPDX-License-Identifier: Apache-2.0
# ./dev run
source tools/dev/packages.sh
source tools/dev/web.sh
source tools/dev/compile.sh

explain() {
    cat <<'TEXT'
./dev run [OPTION...]

From nothing to a working desk: installs what is missing, builds, makes the data folder, loads the demo desk,
serves on this machine only, hands three mails (English, German, Polish) to the SMTP door and prints what became
of them, then how to go on. Ctrl-C stops it; the data stays. The second time takes a few seconds.

  LOTSE_DATA=FOLDER   where the data lives (default: ./data in the checkout)

Options go to `lotse demo run`; see build/release/lotse demo run --help.
TEXT
}

main() {
    need_packages run
    build_web || exit 1
    compile release lotse || exit 1
    local data=${LOTSE_DATA:-$root/data}
    cd "$called_from" || exit 1
    exec "$root/build/release/lotse" demo run --data "$data" "$@"
}
