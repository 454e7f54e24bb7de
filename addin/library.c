// SPDX-License-Identifier: EUPL-1.2
/* The library's one exported function, and the list of what it can make. */
#include "budget.h"
#include "component.h"
#include "menu.h"

#ifdef _WIN32
#define MD_EXPORT __declspec(dllexport)
#else
#define MD_EXPORT __attribute__((visibility("default")))
#endif

static const struct md_implementation *const implementations[] = {&md_budget, &md_menu, NULL};

MD_EXPORT void *component_getFactory(const char *implementation, void *service_manager, void *registry_key);

/* Called by the office; the factory is then the office's. The manager and the key belong to an older way of registering. */
void *component_getFactory(const char *implementation, void *service_manager, void *registry_key)
{
    (void)service_manager;
    (void)registry_key;
    return md_new_factory(implementations, implementation);
}
