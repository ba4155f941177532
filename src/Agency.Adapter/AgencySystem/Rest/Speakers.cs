using Agency.Adapter.Served;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>In whose name a call speaks to the hub.</summary>
internal static class Speakers
{
    /// <summary>The key's agency, or one beneath it that has no key of its own, or one that was merged into it.</summary>
    /// <exception cref="RefusedException">The key covers several agencies and none is named, or it does not cover the one named.</exception>
    public static string SpeakerOf(this ServedAgencies served, Caller caller, string? named) =>
        named is not null && caller.Find(named) is null && served.IsLookedAfterBy(caller.Agencies, named) ? named : caller.Speaker(named, null).Code;
}
