using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Tests.Mail;
using Axis.Hub.Tests.Operate;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Agencies.Contacts;

/// <summary>Addresses of agencies.</summary>
public sealed class ContactDeskTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task An_agency_has_an_address_once_and_what_it_is_for_can_be_changed(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        await host.AddAsync("H37", "Van.Thu@h37.gov.vn", name: "Phòng Văn thư");
        await host.AddAsync("H37", "van.thu@H37.gov.vn", ContactRow.English, statements: false);
        await host.AddAsync("000.00.00.G22", "van.thu@h37.gov.vn");

        var contacts = await host.Flow.Get<ContactDesk>().ListAsync(Cancellation);

        contacts.Select(one => (one.AgencyId == Axis.Hub.Tests.Flow.FlowNation.Vpcp, one.Address, one.Language, one.Alerts, one.Statements)).ShouldBe(
            [(true, "van.thu@h37.gov.vn", "vi", true, true), (false, "van.thu@H37.gov.vn", "en", true, false)], ignoreOrder: true);
        (await host.Flow.Get<ContactDesk>().RemoveAsync("H37", "VAN.THU@h37.gov.vn", "operator:test", Cancellation)).ShouldBeEmpty();
        (await host.Flow.Get<ContactDesk>().RemoveAsync("H37", "van.thu@h37.gov.vn", "operator:test", Cancellation)).ShouldHaveSingleItem().ShouldStartWith("H37 has no contact");
        (await host.Flow.Get<ContactDesk>().ListAsync(Cancellation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_act_is_in_the_audit_trail_with_the_address_masked()
    {
        await using var host = await MailHost.StartAsync();
        await host.AddAsync("H37", "vanthu@h37.gov.vn", alerts: false);
        await host.Flow.Get<ContactDesk>().RemoveAsync("H37", "vanthu@h37.gov.vn", "operator:test", Cancellation);

        var lines = await AuditLines.ReadAsync(host.Flow.Options.Ledger["Data Source=".Length..]);

        lines.ShouldContain(("operator:test", "agency-contact-add", "H37", "v***@h37.gov.vn for statements"));
        lines.ShouldContain(("operator:test", "agency-contact-remove", "H37", "v***@h37.gov.vn"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_nothing_is_done()
    {
        await using var host = await MailHost.StartAsync();

        var errors = await host.Flow.Get<ContactDesk>().AddAsync(new("X99", "no address", "An\r\nBcc: x@y.vn", "fr", false, false), "operator:test", Cancellation);

        errors.Count.ShouldBe(5);
        (await host.Flow.Get<ContactDesk>().ListAsync(Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("vanthu@moh.gov.vn", true)]
    [InlineData("van.thu+truc@sub.moh.gov.vn", true)]
    [InlineData("vanthu", false)]
    [InlineData("vanthu@localhost", false)]
    [InlineData("@moh.gov.vn", false)]
    [InlineData("Văn thư <vanthu@moh.gov.vn>", false)]
    [InlineData("<vanthu@moh.gov.vn>", false)]
    [InlineData("a@moh.gov.vn, b@moh.gov.vn", false)]
    [InlineData("a@moh.gov.vn,b@moh.gov.vn", false)]
    [InlineData("vănthư@moh.gov.vn", false)]
    [InlineData("vanthu@bộ.gov.vn", false)]
    [InlineData("vanthu@moh.gov.vn\r\nBcc: x@y.vn", false)]
    [InlineData("vanthu@moh..vn", false)]
    [InlineData("van thu@moh.gov.vn", false)]
    public void An_address_is_one_bare_mailbox(string address, bool isTaken) => (ContactAddress.FaultOf(address) is null).ShouldBe(isTaken);

    [Fact]
    public void A_longer_address_than_the_protocol_takes_is_refused() =>
        ContactAddress.FaultOf(new string('a', 60) + "@" + string.Join('.', Enumerable.Repeat("moh", 60)) + ".vn").ShouldBe("an address has at most 254 characters");

    [Theory]
    [InlineData("vanthu@moh.gov.vn", "v***@moh.gov.vn")]
    [InlineData("nobody", "***")]
    public void An_address_is_shown_by_its_first_letter_and_its_domain(string address, string shown) => ContactAddress.Mask(address).ShouldBe(shown);
}
