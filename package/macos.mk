# SPDX-License-Identifier: EUPL-1.2
# One universal library for macOS, made on Linux by clang and LLVM's linker, without anything of Apple's.
#
# (1) macos/include/ declares what the add-in calls of the C library, and macos/libSystem.exports names what it and the compiler call,
#     which has functions of the system's for integers of 128 bits.
# (2) The office's two libraries are sought where the office's own tool for extensions seeks them, beside the program that runs.
# (3) It runs from macOS 10.10 on, as LibreOffice 7.0 does; on Apple's processors from 11, their first.
# (4) It is signed by nobody in particular ("ad hoc"), without which Apple's processors run nothing. Stripping it would break that.

MACOS_x86_64   = x86_64-apple-macos10.10
MACOS_aarch64  = arm64-apple-macos11.0
MACOS_FLAGS    = -nostdlibinc -isystem package/macos/include -fvisibility=hidden -fstack-protector-strong -g0
MACOS_LINK     = -fuse-ld=lld -nostdlib -bundle -Wl,-adhoc_codesign -Wl,-dead_strip -Wl,-exported_symbol,_component_getFactory \
                 -Wl,-exported_symbol,_component_getImplementationEnvironment
MACOS_STUBS    = $(patsubst %,build/MacOSX/%.tbd,libSystem libuno_cppu libuno_sal)

build/MacOSX/libSystem.tbd: package/macos/libSystem.exports package/macos/stub.sh
	@mkdir -p $(@D)
	sh package/macos/stub.sh /usr/lib/libSystem.B.dylib < $< > $@
build/MacOSX/libuno_%.tbd: build/office/%.exports package/macos/stub.sh
	@mkdir -p $(@D)
	sed 's/^/_/' $< | sh package/macos/stub.sh @executable_path/../Frameworks/libuno_$*.dylib.3 > $@

define macos_half
build/MacOSX_$(1)/%.o: %.c build/flags
	@mkdir -p $$(@D)
	clang --target=$(MACOS_$(1)) $(STANDARD) $(WARNINGS) $(CFLAGS) $(MACOS_FLAGS) $(RELOCATE) -MMD -MP -c $$< -o $$@
build/MacOSX_$(1)/meedoen.dylib: $(patsubst build/%,build/MacOSX_$(1)/%,$(ADDIN) $(FUNCTIONS)) $(MACOS_STUBS)
	clang --target=$(MACOS_$(1)) $(MACOS_LINK) -o $$@ $$^
endef
$(foreach processor,x86_64 aarch64,$(eval $(call macos_half,$(processor))))
CROSS += clang $(MACOS_x86_64) $(MACOS_aarch64) $(MACOS_FLAGS) $(MACOS_LINK)

build/MacOSX/meedoen.dylib: build/MacOSX_x86_64/meedoen.dylib build/MacOSX_aarch64/meedoen.dylib
	$$(clang --print-prog-name=llvm-lipo) -create $^ -output $@
