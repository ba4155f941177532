using Agency.Adapter.AgencySystem.Rest.Items;
using Agency.Adapter.AgencySystem.Rest.Statements;
using Agency.Adapter.HubLink;
using Agency.Adapter.Served;
using Axis.Contracts.Calendar;
using Axis.Contracts.Http;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Shows a session its agencies' work.</summary>
internal sealed class ShowOffice(AgencyDirectory directory, FindItems items, FindStatements statements, TimeProvider time)
{
    private const int ItemsShown = 100;
    private const int DaysShown = 30;

    public async Task<OfficeModel> ShowAsync(ClerkSession session, string? after, CancellationToken cancellation)
    {
        var agencies = session.Caller.Agencies;
        var faults = session.Faults;
        session.Faults = [];
        OpenItemPage? open;
        try
        {
            open = await items.ListAsync(agencies, null, after, ItemsShown, cancellation);
        }
        catch (HubAwayException)
        {
            open = null;
        }
        catch (HubRefusedException refused)
        {
            (open, faults) = (null, [.. faults, refused.Finding]);
        }

        var today = VietnamTime.DateOf(time.GetUtcNow());
        return new(
            session.Token, [.. agencies.Select(agency => new ShownAgency(agency.Code, directory.Resolve(agency.Code)?.NameVi ?? ""))], open, faults,
            [.. statements.List(agencies, today.AddDays(-DaysShown), today).Select(one => new ShownStatement(one.Agency, one.Day, one.Version, one.Formats))]);
    }
}
