using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Ledger;

namespace Axis.Hub.Mail.Digest;

/// <summary>Who is written to about alerts under one heading: an agency, or the operators.</summary>
/// <param name="Id">The agency; <see cref="HubAgency.Id"/>: the operators.</param>
/// <param name="Agency">The agency; null: the operators.</param>
/// <param name="Contacts">Their addresses, at least one.</param>
internal sealed record MailAudience(Guid Id, AgencyEntry? Agency, IReadOnlyList<ContactRow> Contacts)
{
    /// <summary>As it stands in rows: null where it is the operators.</summary>
    public Guid? AgencyId => Agency?.AgencyId;
}

/// <summary>Whom an alert is told, pure.</summary>
internal sealed class MailAudiences
{
    // A registry may be wrong; a circle of parents must not hang the mail.
    private const int Deepest = 32;

    private readonly AgencyDirectory directory;
    private readonly Dictionary<Guid, MailAudience> audiences;
    private readonly ILookup<string, Guid> byAdapter;

    /// <param name="directory">The registry.</param>
    /// <param name="contacts">All contacts.</param>
    /// <param name="operators">The operators' addresses.</param>
    public MailAudiences(AgencyDirectory directory, IEnumerable<ContactRow> contacts, IReadOnlyList<string> operators)
    {
        this.directory = directory;
        audiences = contacts.Where(contact => contact.Alerts).GroupBy(contact => contact.AgencyId)
            .Select(group => directory.Find(group.Key) is { } agency ? new MailAudience(group.Key, agency, [.. group]) : null)
            .OfType<MailAudience>().ToDictionary(audience => audience.Id);
        byAdapter = directory.Agencies.Where(agency => agency.AdapterCode is not null).ToLookup(agency => agency.AdapterCode!, agency => agency.AgencyId, StringComparer.Ordinal);
        if (operators.Count > 0)
        {
            audiences[HubAgency.Id] = new(HubAgency.Id, null, [.. operators.Select(OperatorOf)]);
        }
    }

    /// <summary>All of them.</summary>
    public IEnumerable<MailAudience> All => audiences.Values;

    /// <summary>
    /// Whom an alert is told: both agencies, each through its nearest ancestor where it has no contact; one that names no agency, or the axis itself, the operators, and with them the agencies
    /// whose own adapter it is about.
    /// </summary>
    public IEnumerable<Guid> Of(DigestAlert alert)
    {
        Guid[] named = [.. new[] { alert.AgencyId, alert.CounterpartId }.OfType<Guid>()];
        IEnumerable<Guid> told = named.Length > 0 ? named : byAdapter[alert.AdapterCode].Append(HubAgency.Id);
        return told.Select(Nearest).OfType<Guid>().Distinct();
    }

    private Guid? Nearest(Guid agencyId)
    {
        if (audiences.ContainsKey(agencyId))
        {
            return agencyId;
        }

        var current = directory.Find(agencyId);
        for (var steps = 0; current?.ParentId is { } parent && steps < Deepest; steps++)
        {
            if (audiences.ContainsKey(parent))
            {
                return parent;
            }

            current = directory.Find(parent);
        }

        return null;
    }

    private static ContactRow OperatorOf(string address) => new()
    {
        AgencyId = HubAgency.Id, AddressKey = address.ToLowerInvariant(), Address = address, Language = ContactRow.Vietnamese, Alerts = true, Statements = false, AddedBy = "settings",
        AddedAt = DateTimeOffset.UnixEpoch,
    };
}
