using FastApiStyle.Jobs.RabbitMq;

namespace FastApiStyle.TemplateTests.Jobs;

public sealed class BrokerAddressTests
{
    [Theory]
    [InlineData("amqp://localhost", "localhost:5672")]
    [InlineData("amqps://localhost", "localhost:5671")]
    [InlineData("amqp://user:secret@broker:5699/jobs", "broker:5699")]
    public void A_broker_is_named_by_its_host_and_port_and_without_its_password(string setting, string name) =>
        Assert.Equal(name, new BrokerAddress(setting).Name);
}
