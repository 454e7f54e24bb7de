// SPDX-License-Identifier: EUPL-1.2
/* An add-in as LibreOffice's guide for developers has one written in C++: headers by cppumaker, the helpers of cppuhelper, and
 * the work by the standard library. Its methods `aroundOurs` leave the allocation to functions/ instead, so that all that
 * differs is what it costs to come in and to go out. */
#include <algorithm>
#include <numeric>
#include <tuple>
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

using Keys = std::vector<double>;
using Allocation = Keys (*)(double total, const Keys &keys);

struct Claim {
    sal_Int64 remainder, key;
    sal_Int32 place;
};

/* Of equal remainders the larger key, then the earlier one. */
bool comesBefore(const Claim &a, const Claim &b)
{
    return std::tie(b.remainder, b.key, a.place) < std::tie(a.remainder, a.key, b.place);
}

/* Largest remainder, in whole euros: exact while total times key stays below 2^63. */
Keys largestRemainder(double total, const Keys &keys)
{
    const sal_Int64 euros = sal_Int64(total), sum = sal_Int64(std::accumulate(keys.begin(), keys.end(), 0.0));
    if (sum == 0)
        throw lang::IllegalArgumentException();
    sal_Int64 left = euros;
    Keys amounts(keys.size());
    std::vector<Claim> claims(keys.size());
    for (size_t i = 0; i < keys.size(); i++) {
        const sal_Int64 key = sal_Int64(keys[i]), amount = euros * key / sum;
        claims[i] = { euros * key % sum, key, sal_Int32(i) };
        amounts[i] = double(amount);
        left -= amount;
    }
    std::nth_element(claims.begin(), claims.begin() + left, claims.end(), comesBefore);
    for (sal_Int64 served = 0; served < left; served++)
        amounts[claims[served].place] += 1;
    return amounts;
}

Keys allocationOfFunctions(double total, const Keys &keys)
{
    Keys amounts(keys.size());
    if (!bench_allocate(total, keys.data(), keys.size(), amounts.data()))
        throw uno::RuntimeException("no allocation");
    return amounts;
}

Doubles inRows(const Keys &amounts, sal_Int32 rows, sal_Int32 columns)
{
    Doubles result(rows);
    uno::Sequence<double> *row = result.getArray();
    for (sal_Int32 r = 0; r < rows; r++) {
        row[r].realloc(columns);
        std::copy_n(amounts.data() + size_t(r) * columns, columns, row[r].getArray());
    }
    return result;
}

Doubles allocate(const uno::Any &total, const uno::Any &key, Allocation allocation)
{
    double euros = 0;
    Anys rows;
    if (!(total >>= euros) || !(key >>= rows) || !rows.hasElements())
        throw lang::IllegalArgumentException();
    Keys keys;
    for (const uno::Sequence<uno::Any> &row : std::as_const(rows))
        for (const uno::Any &cell : row) {
            double number = 0;
            if (!(cell >>= number))
                throw lang::IllegalArgumentException();
            keys.push_back(number);
        }
    return inRows(allocation(euros, keys), rows.getLength(), std::as_const(rows)[0].getLength());
}

Doubles allocate(double total, const Doubles &key, Allocation allocation)
{
    if (!key.hasElements())
        throw lang::IllegalArgumentException();
    Keys keys;
    for (const uno::Sequence<double> &row : key)
        keys.insert(keys.end(), row.begin(), row.end());
    return inRows(allocation(total, keys), key.getLength(), key[0].getLength());
}

class Compare : public cppu::WeakImplHelper2<benchmark::XCompare, lang::XServiceInfo>
{
public:
    Doubles SAL_CALL allocateRows(const uno::Any &total, const uno::Any &key) override
    {
        return allocate(total, key, largestRemainder);
    }
    uno::Any SAL_CALL allocateAny(const uno::Any &total, const uno::Any &key) override
    {
        return uno::Any(allocate(total, key, largestRemainder));
    }
    Doubles SAL_CALL allocateDoubles(double total, const Doubles &key) override { return allocate(total, key, largestRemainder); }

    uno::Any SAL_CALL aroundOursAny(const uno::Any &total, const uno::Any &key) override
    {
        return uno::Any(allocate(total, key, allocationOfFunctions));
    }
    Doubles SAL_CALL aroundOursDoubles(double total, const Doubles &key) override
    {
        return allocate(total, key, allocationOfFunctions);
    }

    uno::Any SAL_CALL echoAny(const uno::Any &, const uno::Any &key) override { return key; }
    Doubles SAL_CALL echoDoubles(double, const Doubles &key) override { return key; }

    uno::Any SAL_CALL reachAny(const uno::Any &reached, const uno::Any &target, const uno::Any &overlap) override
    {
        double children = 0, group = 0, twice = 0;
        if (!(reached >>= children) || !(target >>= group) || (overlap.hasValue() && !(overlap >>= twice)) || group == 0)
            throw lang::IllegalArgumentException();
        return uno::Any((children - twice) / group);
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
