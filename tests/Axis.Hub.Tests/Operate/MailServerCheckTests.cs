using Axis.Hub.Mail;
using Axis.Hub.Operate.Doctor;
using Axis.Hub.Tests.Mail;
using Axis.TestKit;

namespace Axis.Hub.Tests.Operate;

public sealed class MailServerCheckTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_nothing_where_no_e_mail_is_sent() => (await new MailServerCheck(new HubOptions()).RunAsync(Cancellation)).ShouldBeEmpty();

    [Fact]
    public async Task Tells_a_server_that_takes_mail_from_one_that_does_not()
    {
        await using var server = LoopbackMailServer.Start();
        var options = new HubOptions();
        MailHost.Configure(options.Mail, server);
        (await new MailServerCheck(options).RunAsync(Cancellation)).ShouldHaveSingleItem()
            .ShouldBe(Diagnosis.Well("mail server", $"127.0.0.1:{server.Port}, without TLS"));
        server.Taken.ShouldBeEmpty();

        options.Mail.Tls = MailTls.StartTls;
        (await new MailServerCheck(options).RunAsync(Cancellation)).ShouldHaveSingleItem().Health.ShouldBe(Health.Wrong);
        options.Mail.Tls = MailTls.None;
        await server.DisposeAsync();
        (await new MailServerCheck(options).RunAsync(Cancellation)).ShouldHaveSingleItem().Health.ShouldBe(Health.Wrong);
    }
}
