/*
 * Names of verdicts, reasons, bases and changes, marked for translation.
 */
#include "yearly/names.h"

#include "base/i18n.h"

const char *yearly_verdict_name(enum yearly_verdict verdict)
{
    static const char *const names[VERDICT_COUNT] = {
        [VERDICT_AGREES] = N_("agrees"),
        [VERDICT_EXPLAINED] = N_("explained"),
        [VERDICT_DIFFERS] = N_("differs"),
        [VERDICT_UNCHECKED] = N_("unchecked"),
    };

    return names[verdict];
}

const char *yearly_reason_name(enum yearly_reason reason)
{
    static const char *const names[REASON_COUNT] = {
        [REASON_NONE] = NULL,
        [REASON_NO_EARLIER_VALUE] = N_("no-earlier-value"),
        [REASON_BASE_ZERO] = N_("base-zero"),
        [REASON_BASE_NEGATIVE] = N_("base-negative"),
        [REASON_SIGN_CHANGE] = N_("sign-change"),
        [REASON_COMPARABLE_PRICES] = N_("comparable-prices"),
        [REASON_WHOLE_UNCHANGED] = N_("whole-unchanged"),
        [REASON_BOUND] = N_("bound"),
        [REASON_BREAK] = N_("break"),
        [REASON_NOT_COMPARABLE] = N_("not-comparable"),
        [REASON_NO_CHANGE_OF_THIS_KIND] = N_("no-change-of-this-kind"),
        [REASON_PERIOD_UNKNOWN] = N_("period-unknown"),
        [REASON_MISSING] = N_("missing"),
    };

    return names[reason];
}

const char *yearly_basis_name(enum dataset_basis basis)
{
    static const char *const names[BASIS_COUNT] = {
        [BASIS_PRINTED] = N_("printed"),
        [BASIS_REVISED] = N_("revised"),
        [BASIS_UNEXPLAINED] = N_("unexplained"),
        [BASIS_COMPARABLE_PRICES] = N_("comparable-prices"),
        [BASIS_BREAK] = N_("break"),
        [BASIS_OTHER_UNIVERSE] = N_("other-universe"),
    };

    return names[basis];
}

const char *yearly_change_name(enum dataset_change_kind kind)
{
    static const char *const names[CHANGE_COUNT] = {
        [CHANGE_PERCENT] = N_("percent"),
        [CHANGE_POINTS] = N_("points"),
        [CHANGE_PLACES] = N_("places"),
        [CHANGE_DIFFERENCE] = N_("difference"),
        [CHANGE_TIMES] = N_("times"),
        [CHANGE_DOUBLINGS] = N_("doublings"),
        [CHANGE_ANNUAL] = N_("annual"),
        [CHANGE_CONTRIBUTION] = N_("contribution"),
        [CHANGE_PULL] = N_("pull"),
    };

    return names[kind];
}
