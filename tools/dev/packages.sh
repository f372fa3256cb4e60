# SPDX-License-Identifier: Apache-2.0
# Sourced. Brings in the Debian packages of tools/packages/*.txt, at the pinned versions, and leaves no trace else:
# no service starts or is enabled, no database cluster is made, nothing that was there is removed.

policy_file=/usr/sbin/policy-rc.d
cluster_file=/etc/postgresql-common/createcluster.d/zz-lotse-build.conf

# need_packages LIST...: returns at once when all of them are there.
need_packages() {
    local -A pin installed offered
    read_pins "$@"
    read_installed
    local missing=() name
    for name in $(printf '%s\n' "${!pin[@]}" | sort); do
        is_pinned_version "${installed[$name]:-}" "${pin[$name]}" || missing+=("$name")
    done
    [[ ${#missing[@]} == 0 ]] && return 0

    check_system
    advice="Is the network there? Try again, or look at /etc/apt/sources.list." \
        step apt-update "Reading the package lists" as_root env LC_ALL=C apt-get -o DPkg::Lock::Timeout=600 update || exit 1
    read_offered "${missing[@]}"
    local wanted=()
    choose_versions
    install_packages "${wanted[@]}"
}

read_pins() {
    local list name version rest
    for list in "$@"; do
        while read -r name version rest; do
            [[ -z $name || $name == \#* ]] || pin[$name]=$version
        done <"tools/packages/$list.txt"
    done
}

read_installed() {
    command -v dpkg-query >/dev/null || return 0
    local name status version
    while read -r name status version; do
        [[ $status == installed ]] && installed[$name]=$version
    done < <(dpkg-query -W -f '${Package} ${db:Status-Status} ${Version}\n' "${!pin[@]}" 2>/dev/null)
    return 0
}

read_offered() {
    local name version
    while read -r name version; do offered[$name]=$version; done < <(
        LC_ALL=C apt-cache policy "$@" | awk '/^[^ ].*:$/ { sub(":$", ""); name = $0 } /^  Candidate:/ { print name, $2 }'
    )
}

# "1:19.1.7" accepts 1:19.1.7-3~deb12u1 and its later security updates, not 1:19.1.70; "any" accepts all.
is_pinned_version() {
    local version=$1 prefix=$2
    [[ -n $version && $version != '(none)' ]] || return 1
    [[ $prefix == any || $version == "$prefix" || ($version == "$prefix"* && ${version:${#prefix}:1} != [0-9]) ]]
}

check_system() {
    local id='' name='this system' version=''
    if [[ -r /etc/os-release ]]; then
        id=$(. /etc/os-release && echo "${ID:-}-${VERSION_ID:-}")
        name=$(. /etc/os-release && echo "${PRETTY_NAME:-this system}")
    fi
    [[ $id == debian-12 ]] || give_up "Lotse is built on Debian 12, and $name is not that." \
        "A container will do:  docker run -it -v \"\$PWD:/lotse\" -w /lotse debian:12 ./dev $command"
    [[ $(id -u) == 0 ]] && return 0
    command -v sudo >/dev/null && sudo -v && return 0
    give_up "Packages are missing: ${missing[*]}" \
        "Run this as root or as a user with sudo, or ask your administrator to install these packages."
}

as_root() {
    if [[ $(id -u) == 0 ]]; then "$@"; else sudo "$@"; fi
}

# Fills `wanted` with name=version, or ends with one sentence for each package that cannot be had.
choose_versions() {
    local name refused=0
    for name in "${missing[@]}"; do
        if is_pinned_version "${offered[$name]:-}" "${pin[$name]}"; then
            wanted+=("$name=${offered[$name]}")
        elif [[ -n ${offered[$name]:-} && ${offered[$name]} != '(none)' ]]; then
            say "$name: Lotse is tested with ${pin[$name]}, but your package sources offer ${offered[$name]}."
            refused=1
        else
            say "$name: your package sources do not have it."
            refused=1
        fi
    done
    [[ $refused == 0 ]] || give_up "Some packages are not to be had in the version that Lotse needs." \
        "Check that /etc/apt names bookworm, bookworm-updates and bookworm-security (main), and pins nothing else."
}

install_packages() {
    local plan total=0
    plan=$(LC_ALL=C apt-get -s --no-install-recommends install "$@" 2>&1) ||
        give_up "apt cannot install these packages together:"$'\n'"$(tail -n 15 <<<"$plan")"
    local removed
    removed=$(awk '/^Remv / { print $2 }' <<<"$plan" | sort -u | tr '\n' ' ')
    if [[ -n $removed && -z ${CI:-} && -z ${LOTSE_ALLOW_REMOVE:-} ]]; then
        give_up "These packages of yours stand in the way and would be removed: $removed" \
            "If you can do without them: LOTSE_ALLOW_REMOVE=1 ./dev $command"
    fi
    total=$(grep -c '^Inst ' <<<"$plan" || true)
    say "${bold}Missing packages, $# (with what they need, $total):${plain}"
    printf '  %s\n' "$@"
    hold_services "$plan"
    local begin=$SECONDS status=0
    # apt closes its status descriptor for the packages' own scripts, so that cannot be stdout; and sudo closes all
    # but the first three, so the fourth is opened inside.
    as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 LC_ALL=C sh -c 'exec apt-get "$@" 3>&1' apt-get \
        install -y --no-install-recommends -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 -o APT::Status-Fd=3 \
        -o Acquire::Retries=3 "$@" </dev/null 2>&1 | show_packages "$total" || status=$?
    [[ $live == 1 ]] && printf '\r\e[K'
    if [[ $status != 0 ]]; then
        say "${red}The packages could not be installed.${plain}"
        show_failure apt-install "read the lines above; after a cut connection simply try again."
        exit 1
    fi
    disable_services "$plan"
    release_services
    say "Installed $total ($((SECONDS - begin)) s)"
}

# Reads apt's status lines: dlstatus:<n>:<percent>:<text> and pmstatus:<package>:<percent>:<text>; logs the rest.
show_packages() {
    local total=$1 count=0 quarter=0 line kind name percent text
    while IFS= read -r line; do
        IFS=: read -r kind name percent text <<<"$line"
        case $kind in
            dlstatus)
                if [[ $live == 1 ]]; then
                    show_now "downloading, ${percent%%.*} %"
                elif [[ ${percent%%.*} -ge $quarter ]]; then
                    say "  downloading, ${percent%%.*} %"
                    quarter=$((quarter + 25))
                fi
                ;;
            pmstatus)
                if [[ $text == *Installed* ]]; then
                    count=$((count + 1))
                    [[ $live == 1 ]] || say "  [$count/$total] $name"
                fi
                [[ $live == 0 ]] || show_now "[$count/$total] $text"
                ;;
            *) printf '%s\n' "$line" >>"$logs/apt-install.log" ;;
        esac
    done
}

# While apt works: no service starts (invoke-rc.d asks policy-rc.d), and PostgreSQL makes no cluster of its own.
# A policy of the administrator's stays as it is. The file's second line tells ours from theirs after a power cut.
hold_services() {
    at_exit release_services
    : >"$logs/apt-install.log"
    if [[ ! -e $policy_file ]] || grep -q '^# lotse build$' "$policy_file"; then
        as_root sh -c "printf '#!/bin/sh\n# lotse build\nexit 101\n' >$policy_file && chmod 755 $policy_file"
    fi
    grep -q '^Inst postgresql-common (' <<<"$1" || return 0
    as_root sh -c "mkdir -p ${cluster_file%/*} && printf 'create_main_cluster = false\n' >$cluster_file"
}

release_services() {
    if [[ -e $cluster_file ]]; then
        as_root rm -f "$cluster_file"
        as_root rmdir --ignore-fail-on-non-empty "${cluster_file%/*}"
    fi
    if grep -q '^# lotse build$' "$policy_file" 2>/dev/null; then as_root rm -f "$policy_file"; fi
}

# Debian enables a service when its package comes in; what we brought in for tests must not start at the next boot.
disable_services() {
    local service package
    for service in postgresql:postgresql-common dovecot:dovecot-core; do
        package=${service#*:}
        if grep -q "^Inst $package (" <<<"$1"; then
            as_root update-rc.d "${service%%:*}" disable >>"$logs/apt-install.log" 2>&1 || true
        fi
    done
}
