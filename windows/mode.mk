# What the Makefile sets otherwise for MODE=windows: the program alone, one static file. What is a module elsewhere (posters,
# delivery, import, documents) and the preview are missing there, and say so.
CC         := x86_64-w64-mingw32-gcc
SERVE      := no
PKG_CONFIG := PKG_CONFIG_LIBDIR=$(CURDIR)/$(B)/deps/root/lib/pkgconfig pkg-config
DEPS       := $(MAIN_DEPS)
CFLAGS_    := -std=gnu11 $(WARN) -Wno-shadow -MMD -MP -D__USE_MINGW_ANSI_STDIO=1 -Iwindows/include \
              $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags $(DEPS) 2>/dev/null))
CPPFLAGS_  += -include windows/posix.h
LDLIBS_    := $(shell $(PKG_CONFIG) --libs $(DEPS) 2>/dev/null) -lm
PROGRAM    := -static
EXE        := .exe
WINDOWS_OBJ := $(B)/windows/posix.o
# winbase.h has a name that is the program's, too.
$(WINDOWS_OBJ): CPPFLAGS_ := -D_GNU_SOURCE
