# SPDX-License-Identifier: EUPL-1.2
# The same sources for the platforms that this machine is not: `make dist`.
#
# (1) An object of another platform lies in build/PLATFORM/; this machine's own are the Makefile's.
# (2) The office's C functions have the same names and the version UDK_3_0_0 everywhere. The libraries of the office that is
#     installed here tell them; stubs with those names stand in for the office of another platform.
# (3) Nothing of the folder, the time or the user gets into a library.

DIST_PLATFORMS = Linux_x86_64 Linux_aarch64 Windows_x86_64 MacOSX

# The name of the library, its compiler, and what that takes on each platform.
library        = meedoen$(if $(filter Windows%,$(1)),.dll,$(if $(filter MacOSX%,$(1)),.dylib,.so))
GCC_Linux_x86_64   = x86_64-linux-gnu-gcc
GCC_Linux_aarch64  = aarch64-linux-gnu-gcc
GCC_Windows_x86_64 = x86_64-w64-mingw32-gcc-win32

# `long` has 32 bits there, which the office's header must know before it is read; the assertions of addin/uno.h guard it.
# MinGW's isfinite() is not clean of -Wfloat-conversion.
WINDOWS_FLAGS  = -isystem build/Windows_x86_64/include -Wno-float-conversion -fstack-protector-strong
WINDOWS_LINK   = -shared -static-libgcc -Wl,--no-insert-timestamp -Wl,--dynamicbase,--high-entropy-va,--nxcompat

build/Windows_x86_64/include/sal/typesizes.h: $(SDK)/include/sal/typesizes.h
	@mkdir -p $(@D)
	sed 's/SAL_TYPES_SIZEOFLONG 8/SAL_TYPES_SIZEOFLONG 4/' $< > $@
$(ADDIN:build/%=build/Windows_x86_64/%): build/Windows_x86_64/include/sal/typesizes.h

# cppu.exports and sal.exports: one name a line.
build/office/%.exports: $(PROGRAM)/libuno_%.so.3
	@mkdir -p $(@D)
	nm -D --defined-only --with-symbol-versions $< | awk '$$2 == "T" && sub(/@@UDK_3_0_0$$/, "", $$3) { print $$3 }' > $@
build/Linux_%/libuno_cppu.so.3: build/office/cppu.exports package/stub.sh
	sh package/stub.sh $(GCC_Linux_$*) $< $@
build/Linux_%/libuno_sal.so.3: build/office/sal.exports package/stub.sh
	sh package/stub.sh $(GCC_Linux_$*) $< $@
build/Windows_x86_64/%3.def: build/office/%.exports
	@mkdir -p $(@D)
	(echo 'LIBRARY $*3.dll'; echo EXPORTS; cat $<) > $@
build/Windows_x86_64/lib%3.a: build/Windows_x86_64/%3.def
	x86_64-w64-mingw32-dlltool --deterministic-libraries -d $< -l $@

build/Windows_x86_64/version.o: package/windows/version.rc package/description.xml
	@mkdir -p $(@D)
	x86_64-w64-mingw32-windres '-DVERSION=\"$(VERSION)\"' -DNUMBERS="$$(echo $(VERSION) | tr . ,)" $< $@

# cross_compile PLATFORM,FLAGS,LINK,PARTS
define cross_compile
build/$(1)/%.o: %.c build/flags
	@mkdir -p $$(@D)
	$(GCC_$(1)) $(2) $(STANDARD) $(WARNINGS) $(CFLAGS) $(RELOCATE) -MMD -MP -c $$< -o $$@
build/$(1)/$(call library,$(1)): $(patsubst build/%,build/$(1)/%,$(ADDIN) $(FUNCTIONS)) $(4) addin/exports.map
	$(GCC_$(1)) $(3) -s -o $$@ $$(filter-out %.map,$$^)
endef
$(foreach MACHINE,x86_64 aarch64,$(eval $(call cross_compile,Linux_$(MACHINE),-fPIC -fvisibility=hidden $(HARDENING),$(LINK),\
    build/Linux_$(MACHINE)/libuno_cppu.so.3 build/Linux_$(MACHINE)/libuno_sal.so.3)))
$(eval $(call cross_compile,Windows_x86_64,$(WINDOWS_FLAGS),$(WINDOWS_LINK),$(addprefix build/Windows_x86_64/,\
    package/windows/guard.o version.o libcppu3.a libsal3.a)))
CROSS = $(foreach MACHINE,x86_64 aarch64,$(GCC_Linux_$(MACHINE)) $(HARDENING)) $(GCC_Windows_x86_64) $(WINDOWS_FLAGS) $(WINDOWS_LINK)

include package/macos.mk

$(foreach platform,$(filter-out $(PLATFORM),$(DIST_PLATFORMS)),$(eval $(EXTENSION)/$(platform)/$(call library,$(platform)): \
    build/$(platform)/$(call library,$(platform)); @mkdir -p $$(@D) && cp $$< $$@))
