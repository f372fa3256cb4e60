# SPDX-License-Identifier: Apache-2.0
# Sourced. Configures and compiles one preset into build/<preset>; quick when nothing changed.

# The same objects serve every checkout on this machine: paths are taken relative to it, and -g does not spoil that.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

# compile PRESET [TARGET...]
compile() {
    local preset=$1
    shift
    mkdir -p build
    # Two ./dev in one checkout would trip over each other in the same build folder: the second waits.
    exec {build_lock}>"build/.lock-$preset"
    flock -n "$build_lock" || { say "Waiting for another ./dev that builds $preset"; flock "$build_lock"; }
    local status=0
    configure "$preset" && run_ninja "$preset" "$@" || status=$?
    exec {build_lock}>&-
    return "$status"
}

# Flags reach the cache only when it is fresh, so a changed CMakePresets.json means a fresh one; so does a moved checkout.
configure() {
    local preset=$1 folder=build/$1 presets
    presets="$root $(sha256sum CMakePresets.json)"
    [[ -f $folder/build.ninja && $presets == "$(cat "$folder/.presets" 2>/dev/null)" ]] && return 0
    advice="if a package is named, look into tools/packages; else rm -r $folder and try again." \
        step "configure-$preset" "Configuring $preset" cmake --fresh --preset "$preset" || return 1
    printf '%s\n' "$presets" >"$folder/.presets"
}

run_ninja() {
    local preset=$1
    shift
    export NINJA_STATUS='[%f/%t] '
    advice="mend the first error; ./dev build $preset goes on where it stopped." progress=show_ninja \
        step "build-$preset" "Building $preset${*:+: $*}" ninja -C "build/$preset" -j "$(jobs_for_memory)" "$@"
}

show_ninja() {
    local line
    while IFS= read -r line; do
        if [[ $line == \[* ]]; then show_now "$line"; fi
    done
    return 0
}

# One job for each core, but no more than one for each 1.5 GB: the network files take that much under sanitizers.
jobs_for_memory() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1572864) }' /proc/meminfo)
    [[ $memory -lt 1 ]] && memory=1
    echo $((cores < memory ? cores : memory))
}
