#include "facts/variant.h"
#include "facts/fee.h"

Variant
variant_whole(const Service *service, const Variant *variant)
{
    Variant whole = *variant;
    if (whole.persyaratan.n == 0)
        whole.persyaratan = service->persyaratan;
    if (whole.prosedur.n == 0)
        whole.prosedur = service->prosedur;
    if (whole.waktu.n == 0)
        whole.waktu = service->waktu;
    if (!fee_is_given(&whole.biaya))
        whole.biaya = service->biaya;
    if (whole.produk.n == 0)
        whole.produk = service->produk;
    return whole;
}
