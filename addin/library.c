// SPDX-License-Identifier: EUPL-1.2
/* What the library exports, and the list of what it can make. */
#include "budget.h"
#include "component.h"
#include "menu.h"

#include <uno/environment.h>

#ifdef _WIN32
#define MD_EXPORT __declspec(dllexport)
#else
#define MD_EXPORT __attribute__((visibility("default")))
#endif

static const struct md_implementation *const implementations[] = {&md_budget, &md_menu, NULL};

MD_EXPORT void component_getImplementationEnvironment(const char **type_name, uno_Environment **environment);
MD_EXPORT void *component_getFactory(const char *implementation, void *service_manager, void *registry_key);

/* Called by the office; the factory is then the office's. The manager and the key belong to an older way of registering. */
void *component_getFactory(const char *implementation, void *service_manager, void *registry_key)
{
    (void)service_manager;
    (void)registry_key;
    return md_new_factory(implementations, implementation);
}

/* Called where the extension was added while the office is open: its own process for that does not read `environment="uno"` in
 * meedoen.components, and would take a factory for a C++ object. */
void component_getImplementationEnvironment(const char **type_name, uno_Environment **environment)
{
    (void)environment;
    *type_name = "uno";
}
