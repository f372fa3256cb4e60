#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# ccache for builds with precompiled headers: it leaves such files alone unless told that their macros stay the same, and it
# does not see that the path behind -Xclang is one, so that another checkout would share nothing.
count=$#
while [ "$count" -gt 0 ]; do
    argument=$1
    case $argument in
        "$PWD"/*/cmake_pch.*) argument=${argument#"$PWD"/} ;;
    esac
    shift
    set -- "$@" "$argument"
    count=$((count - 1))
done
CCACHE_SLOPPINESS=pch_defines,time_macros exec ccache "$@"
