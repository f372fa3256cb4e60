#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# ccache for builds with precompiled headers: it leaves such files alone unless told that their macros stay the same.
CCACHE_SLOPPINESS=pch_defines,time_macros exec ccache "$@"
