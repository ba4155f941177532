using Axis.Hub.Platform.Storage;
using MassTransit;

namespace Axis.Hub.Agencies.Contacts;

/// <summary>A contact as an operator asks for it.</summary>
/// <param name="Agency">The agency, any spelling.</param>
/// <param name="Address">A bare address.</param>
/// <param name="Name">Who reads it; or null.</param>
/// <param name="Language"><see cref="ContactRow.Vietnamese"/> or <see cref="ContactRow.English"/>.</param>
/// <param name="Alerts">It is told of alerts.</param>
/// <param name="Statements">It gets the daily statements.</param>
internal sealed record ContactOrder(string Agency, string Address, string? Name, string Language, bool Alerts, bool Statements);

/// <summary>Adds, changes, removes and lists the addresses of agencies. Each act is one transaction with its line in the audit trail, where the address is masked.</summary>
internal sealed class ContactDesk(IDatabase database, IAgencyRegistry registry, TimeProvider time)
{
    private const int LongestName = 200;

    /// <summary>All contacts, those of one agency beside each other.</summary>
    public Task<IReadOnlyList<ContactRow>> ListAsync(CancellationToken cancellation) => database.ReadAsync("list-contacts", (session, token) =>
        session.QueryAsync<ContactRow>(ContactSql.ListContacts, null, token), cancellation);

    /// <summary>Adds an address, or changes what it is for; everything that kept it from being done, or nothing.</summary>
    public async Task<IReadOnlyList<string>> AddAsync(ContactOrder order, string actor, CancellationToken cancellation)
    {
        var (now, errors) = (SqlTime.Cut(time.GetUtcNow()), new List<string>());
        var agency = (await registry.LatestAsync(cancellation)).Resolve(order.Agency, now);
        if (agency is null)
        {
            errors.Add(Unknown(order.Agency));
        }

        if (ContactAddress.FaultOf(order.Address) is { } fault)
        {
            errors.Add(fault);
        }

        if (order.Name is { } name && (name.Length > LongestName || name.Any(char.IsControl)))
        {
            errors.Add($"a name is one line of at most {LongestName} characters");
        }

        if (order.Language is not (ContactRow.Vietnamese or ContactRow.English))
        {
            errors.Add($"a language is {ContactRow.Vietnamese} or {ContactRow.English}");
        }

        if (!order.Alerts && !order.Statements)
        {
            errors.Add("a contact is told of alerts, or gets statements, or both");
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        await database.WriteAsync("contact-add", async (session, token) =>
        {
            var (agencyId, addressKey) = (agency!.AgencyId, KeyOf(order.Address));
            await session.ExecuteAsync(ContactSql.DeleteContact, new { agencyId, addressKey }, token);
            await session.ExecuteAsync(ContactSql.InsertContact, new
            {
                agencyId, addressKey, address = order.Address, name = order.Name, language = order.Language, alerts = order.Alerts, statements = order.Statements, addedBy = actor, addedAt = now,
            }, token);
            var purposes = string.Join(", ", new[] { order.Alerts ? "alerts" : null, order.Statements ? "statements" : null }.OfType<string>());
            return await AuditAsync(session, actor, "agency-contact-add", agency.Code, $"{ContactAddress.Mask(order.Address)} for {purposes}", now, token);
        }, cancellation);
        return [];
    }

    /// <summary>Removes an address; everything that kept it from being done, or nothing. What was written to it before is still sent.</summary>
    public async Task<IReadOnlyList<string>> RemoveAsync(string code, string address, string actor, CancellationToken cancellation)
    {
        var now = SqlTime.Cut(time.GetUtcNow());
        if ((await registry.LatestAsync(cancellation)).Resolve(code, now) is not { } agency)
        {
            return [Unknown(code)];
        }

        var isRemoved = await database.WriteAsync("contact-remove", async (session, token) =>
        {
            if (await session.ExecuteAsync(ContactSql.DeleteContact, new { agencyId = agency.AgencyId, addressKey = KeyOf(address) }, token) == 0)
            {
                return false;
            }

            return await AuditAsync(session, actor, "agency-contact-remove", agency.Code, ContactAddress.Mask(address), now, token);
        }, cancellation);
        return isRemoved ? [] : [$"{agency.Code} has no contact {address}; see axis-hub agency contact list {agency.Code}"];
    }

    private static string KeyOf(string address) => address.ToLowerInvariant();

    private static string Unknown(string code) => $"agency {code} is not in the registry; see axis-hub agency list";

    private static async Task<bool> AuditAsync(ISqlSession session, string actor, string action, string subject, string detail, DateTimeOffset at, CancellationToken token) =>
        await session.ExecuteAsync(RegistrySql.AppendAudit, new { auditId = NewId.NextSequentialGuid(), actor, action, subject, detail, at }, token) == 1;
}
