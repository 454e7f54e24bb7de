# SPDX-License-Identifier: EUPL-1.2
# A Mac, with its own compiler, LibreOffice and the LibreOffice SDK: `make SDK=/path/to/LibreOffice_SDK`.
# Prepared from the documentation; nobody has run it on a Mac yet.

OFFICE     = /Applications/LibreOffice.app/Contents
PROGRAM   := $(OFFICE)/Frameworks
TYPES      = $(firstword $(wildcard $(OFFICE)/Resources/types.rdb $(OFFICE)/Resources/ure/share/misc/types.rdb)) \
             $(OFFICE)/Resources/types/offapi.rdb
PLATFORM   = MacOSX_$(subst arm64,aarch64,$(shell uname -m))
CC         = cc
HARDENING  = -fstack-protector-strong
STRIP      = strip -x
# The office has loaded its own libraries by the time it loads ours: their functions are found there.
LINK       = -bundle -undefined dynamic_lookup -Wl,-exported_symbol,_component_getFactory
UNO_LIBS   = -L$(PROGRAM) -luno_cppu -luno_sal
