using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>Who calls, and for which of its agencies.</summary>
internal static class Callers
{
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The endpoint asks for no key.");

    /// <summary>The agencies a reading call looks at: the one named, else all of the key.</summary>
    /// <exception cref="RefusedException">The key does not cover the agency named.</exception>
    public static IReadOnlyList<AgencyOptions> Agencies(this HttpContext context, string? agency)
    {
        var caller = context.Caller();
        return agency is null ? caller.Agencies : [caller.Require(agency)];
    }

    /// <summary>The one agency that hands something over: the one named, the key's only one, or the sender the package names.</summary>
    /// <exception cref="RefusedException">None of these says it.</exception>
    public static AgencyOptions Speaker(this Caller caller, string? agency, string? sender)
    {
        if (agency is not null)
        {
            return caller.Require(agency);
        }

        return caller.Agencies.Count == 1
            ? caller.Agencies[0]
            : (sender is null ? null : caller.Find(sender))
                ?? throw new RefusedException(Finding.Refuse(ErrorCatalogue.AgencyNotNamed, ""));
    }

    private static AgencyOptions Require(this Caller caller, string agency) =>
        caller.Find(agency) ?? throw new RefusedException(Finding.Refuse(ErrorCatalogue.AgencyNotOfKey, "", agency));
}
