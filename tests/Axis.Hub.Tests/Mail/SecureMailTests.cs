using Axis.Hub.Mail;
using Axis.Hub.Mail.Send;
using Axis.Hub.Platform.Security;
using Axis.TestKit;

namespace Axis.Hub.Tests.Mail;

/// <summary>What is sent is told to nobody else: the way is secured, and neither logs nor headers say more.</summary>
public sealed class SecureMailTests
{
    private const string Password = "mật khẩu dài 123";

    [Fact]
    public async Task A_user_is_named_and_the_way_is_secured_by_STARTTLS()
    {
        using var folder = new TempFolder();
        using var authority = DevelopmentAuthority.CreateOrLoad(folder.At("authority"), TimeProvider.System);
        using var certificate = authority.IssueServer();
        await using var host = await MailHost.StartAsync(
            server: LoopbackMailServer.Start(certificate, ("axis", Password)), configure: options => Secure(options, folder, authority));
        await host.WriteAsync();

        await host.Flow.TurnAsync<SendMail>();

        var taken = host.Server.Taken.ShouldHaveSingleItem();
        (taken.IsSecure, taken.User).ShouldBe((true, "axis"));
    }

    [Fact]
    public async Task A_server_that_is_not_believed_gets_neither_password_nor_message()
    {
        using var folder = new TempFolder();
        using var authority = DevelopmentAuthority.CreateOrLoad(folder.At("authority"), TimeProvider.System);
        using var foreign = DevelopmentAuthority.CreateOrLoad(folder.At("foreign"), TimeProvider.System);
        using var certificate = foreign.IssueServer();
        await using var host = await MailHost.StartAsync(
            server: LoopbackMailServer.Start(certificate, ("axis", Password)), configure: options => Secure(options, folder, authority));
        var id = await host.WriteAsync();

        await host.Flow.TurnAsync<SendMail>();

        host.Server.Taken.ShouldBeEmpty();
        var row = await host.FindAsync(id);
        row.LastError.ShouldNotBeNull().ShouldStartWith("AXS-7001");
        row.NextTryAt.ShouldBe(host.Flow.Time.GetUtcNow().AddMinutes(1));
    }

    [Fact]
    public async Task A_server_that_offers_no_STARTTLS_gets_nothing()
    {
        await using var host = await MailHost.StartAsync(configure: options => options.Tls = MailTls.StartTls);
        var id = await host.WriteAsync();

        await host.Flow.TurnAsync<SendMail>();

        host.Server.Taken.ShouldBeEmpty();
        (await host.FindAsync(id)).LastError.ShouldNotBeNull().ShouldContain("STARTTLS");
    }

    [Fact]
    public async Task A_name_or_a_subject_adds_no_header()
    {
        await using var host = await MailHost.StartAsync();
        await host.WriteAsync(subject: "Một\r\nBcc: all@h37.gov.vn\r\n\r\nhai", name: "An\r\nX-Evil: 1\u2028, \"b\" <c@d.vn>");

        await host.Flow.TurnAsync<SendMail>();

        var message = host.Server.Taken.ShouldHaveSingleItem().Message;
        message.Subject.ShouldBe("Một Bcc: all@h37.gov.vn hai");
        message.Bcc.ShouldBeEmpty();
        message.Headers.Contains("X-Evil").ShouldBeFalse();
        message.To.Mailboxes.Select(mailbox => (mailbox.Address, mailbox.Name)).ShouldBe([("vanthu@h37.gov.vn", "An X-Evil: 1 , \"b\" <c@d.vn>")]);
    }

    [Fact]
    public async Task Logs_hold_neither_password_nor_address_nor_text()
    {
        using var folder = new TempFolder();
        using var authority = DevelopmentAuthority.CreateOrLoad(folder.At("authority"), TimeProvider.System);
        using var certificate = authority.IssueServer();
        await using var host = await MailHost.StartAsync(
            server: LoopbackMailServer.Start(certificate, ("axis", "another")), configure: options => Secure(options, folder, authority));
        var id = await host.WriteAsync();
        var told = new ToldLines();

        await host.TurnAsync(told);

        (await host.FindAsync(id)).Attempts.ShouldBe(1);
        told.Lines.ShouldNotBeEmpty();
        told.Lines.ShouldAllBe(line => !line.Text.Contains(Password) && !line.Text.Contains("vanthu@") && !line.Text.Contains("Chào"));
        (await host.FindAsync(id)).LastError.ShouldNotBeNull().ShouldNotContain(Password);
    }

    private static void Secure(MailOptions options, TempFolder folder, DevelopmentAuthority authority)
    {
        File.WriteAllText(folder.At("roots.pem"), authority.Roots[0].ExportCertificatePem() + "\n" + authority.Anchors.Intermediates[0].ExportCertificatePem());
        File.WriteAllText(folder.At("password"), Password + "\n");
        (options.Tls, options.RootsPath, options.User, options.PasswordFile) = (MailTls.StartTls, folder.At("roots.pem"), "axis", folder.At("password"));
    }
}
