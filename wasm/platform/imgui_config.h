/* Dear ImGui's build configuration (IMGUI_USER_CONFIG): what the page does not use is left out. */
#pragma once

#include <stdio.h>

#define IM_ASSERT(expression) ((void)0)
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_KEYIO
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS /* imgui_format.cpp has them */
#define IMGUI_DISABLE_FILE_FUNCTIONS

/* Only settings files would be scanned, and there are none: this keeps 15 kB of the C library out. */
#define sscanf(...) 0
