// Generated from model/management-api.json: do not edit; run npm run generate.

/** Version of the OpenAPI, sent with every call. */
export const apiVersion = '2016-01-20';

/** Host of the public gateway by region. */
export const endpoints: Readonly<Record<string, string>> = {
  'ap-northeast-1': 'kms.ap-northeast-1.aliyuncs.com',
  'ap-northeast-2': 'kms.ap-northeast-2.aliyuncs.com',
  'ap-southeast-1': 'kms.ap-southeast-1.aliyuncs.com',
  'ap-southeast-3': 'kms.ap-southeast-3.aliyuncs.com',
  'ap-southeast-5': 'kms.ap-southeast-5.aliyuncs.com',
  'ap-southeast-6': 'kms.ap-southeast-6.aliyuncs.com',
  'ap-southeast-7': 'kms.ap-southeast-7.aliyuncs.com',
  'cn-beijing': 'kms.cn-beijing.aliyuncs.com',
  'cn-beijing-finance-1': 'kms.cn-beijing-finance-1.aliyuncs.com',
  'cn-chengdu': 'kms.cn-chengdu.aliyuncs.com',
  'cn-fuzhou': 'kms.cn-fuzhou.aliyuncs.com',
  'cn-guangzhou': 'kms.cn-guangzhou.aliyuncs.com',
  'cn-hangzhou': 'kms.cn-hangzhou.aliyuncs.com',
  'cn-hangzhou-finance': 'kms.cn-hangzhou-finance.aliyuncs.com',
  'cn-heyuan': 'kms.cn-heyuan.aliyuncs.com',
  'cn-heyuan-acdr-1': 'kms.cn-heyuan-acdr-1.aliyuncs.com',
  'cn-hongkong': 'kms.cn-hongkong.aliyuncs.com',
  'cn-huhehaote': 'kms.cn-huhehaote.aliyuncs.com',
  'cn-qingdao': 'kms.cn-qingdao.aliyuncs.com',
  'cn-shanghai': 'kms.cn-shanghai.aliyuncs.com',
  'cn-shanghai-finance-1': 'kms.cn-shanghai-finance-1.aliyuncs.com',
  'cn-shenzhen': 'kms.cn-shenzhen.aliyuncs.com',
  'cn-shenzhen-finance-1': 'kms.cn-shenzhen-finance-1.aliyuncs.com',
  'cn-wuhan-lr': 'kms.cn-wuhan-lr.aliyuncs.com',
  'cn-wulanchabu': 'kms.cn-wulanchabu.aliyuncs.com',
  'cn-zhangjiakou': 'kms.cn-zhangjiakou.aliyuncs.com',
  'cn-zhengzhou-jva': 'kms.cn-zhengzhou-jva.aliyuncs.com',
  'eu-central-1': 'kms.eu-central-1.aliyuncs.com',
  'eu-west-1': 'kms.eu-west-1.aliyuncs.com',
  'me-central-1': 'kms.me-central-1.aliyuncs.com',
  'me-east-1': 'kms.me-east-1.aliyuncs.com',
  'na-south-1': 'kms.na-south-1.aliyuncs.com',
  'us-east-1': 'kms.us-east-1.aliyuncs.com',
  'us-west-1': 'kms.us-west-1.aliyuncs.com',
};
