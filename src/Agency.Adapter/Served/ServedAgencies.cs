using Axis.Contracts.Sealing;

namespace Agency.Adapter.Served;

/// <summary>Which agencies this adapter speaks for and receives for (protocol.md 1, R4).</summary>
internal sealed class ServedAgencies(AdapterOptions options, AgencyDirectory directory)
{
    /// <summary>The configured agency with this code in any spelling, or <c>null</c>.</summary>
    public AgencyOptions? Find(string agency) =>
        options.Agencies.FirstOrDefault(candidate => directory.AreSame(candidate.Code, agency));

    /// <summary>
    /// True when the agency may send a package whose From is spelled like this: itself, or one served beneath it that has no
    /// interface of its own here. A code that the directory does not know is left to the hub while the directory is empty.
    /// </summary>
    public bool MaySpeakAs(string agency, string from)
    {
        if (directory.AreSame(agency, from))
        {
            return true;
        }

        if (Find(from) is not null)
        {
            return false;
        }

        return directory.Resolve(from) is { } sender
            ? directory.ServedThrough(sender).Any(above => directory.AreSame(above.Code, agency))
            : directory.IsEmpty;
    }

    /// <summary>
    /// The configured agency whose interface gets what is addressed to this receiver: the agency itself, else its nearest ancestor
    /// that is configured, else the only one there is; <c>null</c> when none of these exists.
    /// </summary>
    public AgencyOptions? HomeOf(string receiver)
    {
        if (Find(receiver) is { } itself)
        {
            return itself;
        }

        var above = directory.Resolve(receiver) is { } entry
            ? directory.ServedThrough(entry).Select(ancestor => Find(ancestor.Code)).FirstOrDefault(found => found is not null)
            : null;
        return above ?? (options.Agencies.Count == 1 ? options.Agencies[0] : null);
    }

    /// <summary>
    /// True when a good seal speaks for this sender (R4, as far as this adapter's directory knows it): its certificate names the
    /// sender or an ancestor that serves it, or belongs to the adapter that does. A sender that is not in the directory was judged
    /// by the hub alone.
    /// </summary>
    public bool SpeaksFor(SealVerdict verdict, string sender)
    {
        if (verdict.Agencies.Any(named => directory.AreSame(named, sender)))
        {
            return true;
        }

        if (directory.Resolve(sender) is not { } entry)
        {
            return true;
        }

        return directory.ServedThrough(entry).Any(above =>
            verdict.Agencies.Any(named => directory.AreSame(named, above.Code))
            || (verdict.Agencies.Count == 0 && verdict.Adapter is not null && above.AdapterCode == verdict.Adapter));
    }
}
