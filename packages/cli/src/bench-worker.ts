import { answerOrders } from './bench/child.js';

answerOrders();
