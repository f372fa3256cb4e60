# SPDX-License-Identifier: Apache-2.0
# ./dev lint
source tools/dev/packages.sh
source tools/dev/compile.sh
source tools/dev/checks.sh

explain() {
    cat <<'TEXT'
./dev lint [--all | --quick] [--fix]

Layers (which folder may include which), file lengths, names and habits, formatting, and clang-tidy on the
files that differ from the main line.

  --all     clang-tidy on every file (minutes)
  --quick   no clang-tidy
  --fix     first brings every file into the form that clang-format wants
TEXT
}

lint_failed=0
lint_step() { step "lint-$1" "${@:2}" || lint_failed=1; }

main() {
    local scope=changed option
    for option in "$@"; do
        case $option in
            --all) scope=all ;;
            --quick) scope=none ;;
            --fix) fix=1 ;;
            *) give_up "There is no option '$option'." "See ./dev lint --help" ;;
        esac
    done
    need_packages run test
    [[ -z ${fix:-} ]] || lint_step fix "Formatting" mend_format
    run_checks lint_step
    if [[ $scope != none ]]; then
        configure debug || exit 1
        local files
        mapfile -t files < <(files_to_tidy "$scope")
        [[ ${#files[@]} == 0 ]] || progress=show_tidy lint_step tidy "clang-tidy on ${#files[@]} files" tidy "${files[@]}"
    fi
    [[ $lint_failed == 0 ]] || give_up "Some checks failed; see above."
}
