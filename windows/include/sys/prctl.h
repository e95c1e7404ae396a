/* See windows/posix.h. */
#pragma once
