// SPDX-License-Identifier: EUPL-1.2
/* An add-in as LibreOffice's guide for developers has one written in C++: headers by cppumaker, the helpers of cppuhelper.
 * The allocation itself is that of functions/, so that the difference is what it costs to come in and to go out. */
#include <vector>

#include <benchmark/XCompare.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/factory.hxx>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/implementationentry.hxx>
#include <cppuhelper/supportsservice.hxx>

extern "C" bool bench_allocate(double total, const double *key, size_t n, double *amounts);

using namespace com::sun::star;
using rtl::OUString;
using Anys = uno::Sequence<uno::Sequence<uno::Any>>;
using Doubles = uno::Sequence<uno::Sequence<double>>;

namespace
{
OUString implementationName() { return OUString("benchmark.comp.Cplusplus"); }
uno::Sequence<OUString> serviceNames()
{
    const OUString name("benchmark.Cplusplus");
    return uno::Sequence<OUString>(&name, 1);
}

Doubles allocate(double total, const std::vector<double> &key, sal_Int32 rows, sal_Int32 columns)
{
    std::vector<double> amounts(key.size());
    if (!bench_allocate(total, key.data(), key.size(), amounts.data()))
        throw uno::RuntimeException("no allocation");
    Doubles result(rows);
    uno::Sequence<double> *row = result.getArray();
    for (sal_Int32 r = 0; r < rows; r++) {
        row[r].realloc(columns);
        std::copy_n(amounts.data() + size_t(r) * columns, columns, row[r].getArray());
    }
    return result;
}

class Compare : public cppu::WeakImplHelper2<benchmark::XCompare, lang::XServiceInfo>
{
public:
    Doubles SAL_CALL allocateRows(const uno::Any &total, const uno::Any &key) override
    {
        double euros = 0;
        Anys rows;
        if (!(total >>= euros) || !(key >>= rows) || !rows.hasElements())
            throw lang::IllegalArgumentException();
        std::vector<double> keys;
        for (const uno::Sequence<uno::Any> &row : std::as_const(rows))
            for (const uno::Any &cell : row) {
                double number = 0;
                if (!(cell >>= number))
                    throw lang::IllegalArgumentException();
                keys.push_back(number);
            }
        return allocate(euros, keys, rows.getLength(), std::as_const(rows)[0].getLength());
    }

    uno::Any SAL_CALL allocateAny(const uno::Any &total, const uno::Any &key) override
    {
        return uno::Any(allocateRows(total, key));
    }

    Doubles SAL_CALL allocateDoubles(double total, const Doubles &key) override
    {
        if (!key.hasElements())
            throw lang::IllegalArgumentException();
        std::vector<double> keys;
        for (const uno::Sequence<double> &row : key)
            keys.insert(keys.end(), row.begin(), row.end());
        return allocate(total, keys, key.getLength(), key[0].getLength());
    }

    uno::Any SAL_CALL echoAny(const uno::Any &, const uno::Any &key) override { return key; }
    Doubles SAL_CALL echoDoubles(double, const Doubles &key) override { return key; }

    uno::Any SAL_CALL reachAny(const uno::Any &reached, const uno::Any &target) override
    {
        double children = 0, group = 0;
        if (!(reached >>= children) || !(target >>= group) || group == 0)
            throw lang::IllegalArgumentException();
        return uno::Any(children / group);
    }

    double SAL_CALL reachDoubles(double reached, double target) override { return reached / target; }

    OUString SAL_CALL getImplementationName() override { return implementationName(); }
    sal_Bool SAL_CALL supportsService(const OUString &name) override { return cppu::supportsService(this, name); }
    uno::Sequence<OUString> SAL_CALL getSupportedServiceNames() override { return serviceNames(); }
};

uno::Reference<uno::XInterface> create(const uno::Reference<uno::XComponentContext> &)
{
    return static_cast<cppu::OWeakObject *>(new Compare);
}

const cppu::ImplementationEntry entries[]
    = { { create, implementationName, serviceNames, cppu::createSingleComponentFactory, nullptr, 0 },
        { nullptr, nullptr, nullptr, nullptr, nullptr, 0 } };
}

extern "C" SAL_DLLPUBLIC_EXPORT void *component_getFactory(const char *name, void *manager, void *key)
{
    return cppu::component_getFactoryHelper(name, manager, key, entries);
}
